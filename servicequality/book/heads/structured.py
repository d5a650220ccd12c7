"""What a page is, said to machines: JSON-LD with the vocabulary of schema.org.

Only what is true of every copy of the course stands here. So there is no level and no workload:
nobody has measured them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from servicequality.book.heads.address import link
from servicequality.book.key_terms import fragment
from servicequality.book.mime import exercises_in
from servicequality.content import load
from servicequality.exercises import find
from servicequality.i18n.text import translator

Thing = dict[str, Any]

# See LICENSE.md.
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def scripts(things: list[Thing]) -> str:
    """Things as script elements that stand in a head."""
    texts = [
        json.dumps({"@context": "https://schema.org", **thing}, ensure_ascii=False)
        for thing in things
    ]
    # "<" is written as an escape, so that no text can end the script element.
    return "\n".join(
        '<script type="application/ld+json">' + text.replace("<", "\\u003c") + "</script>"
        for text in texts
    )


def things_on(
    builder: Builder, page: str, doctree: nodes.document, title: str, description: str
) -> list[Thing]:
    """What a page holds: the course, the set of key terms, a lesson with exercises."""
    found = []
    if page == builder.config.root_doc:
        found.append(course(builder, page, description))
    if terms := defined_terms(builder, page):
        found.append(terms)
    if page != builder.config.root_doc and (ids := exercises_in(doctree)):
        found.append(lesson(builder, page, title, description, ids))
    return found


def spoken(builder: Builder) -> str:
    """The language of the edition, as the web writes it."""
    return str(builder.config.language).replace("_", "-")


def course(builder: Builder, page: str, description: str) -> Thing:
    """The course as a whole, for its front page."""
    translate = translator(builder.config.language)
    taught = [
        {
            "@type": "DefinedTerm",
            "@id": link(builder, page, place, anchor),
            "name": translate(entry["term"]),
        }
        for entry, place, anchor in placed_terms(builder.env)
    ]
    thing: Thing = {
        "@type": "Course",
        "@id": link(builder, page, builder.config.root_doc, "course"),
        "name": builder.config.html_title,
        "description": description,
        "inLanguage": spoken(builder),
        "provider": {"@type": "Organization", "name": builder.config.author},
        "audience": {"@type": "EducationalAudience", "educationalRole": "student"},
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "category": "Free"},
        "license": LICENCE,
        "hasCourseInstance": {"@type": "CourseInstance", "courseMode": "Online"},
    }
    if builder.config.html_baseurl:
        thing["url"] = builder.config.html_baseurl
    if taught:
        thing["teaches"] = taught
    return thing


def defined_terms(builder: Builder, page: str) -> Thing | None:
    """The key terms as a set, for the page that explains them; None for every other page."""
    language = builder.config.language
    translate = translator(language)
    own = link(builder, page, page, "terms")
    terms = []
    for entry, place, anchor in placed_terms(builder.env):
        if place != page:
            continue
        term = {
            "@type": "DefinedTerm",
            "@id": link(builder, page, page, anchor),
            "termCode": entry["id"],
            "name": translate(entry["term"]),
            "description": translate(entry["definition"].strip()),
            "inDefinedTermSet": own,
        }
        if builder.config.html_baseurl:
            term["url"] = term["@id"]
        if language != "bg":
            term["alternateName"] = {"@language": "bg", "@value": entry["bulgarian"]}
        terms.append(term)
    if not terms:
        return None
    return {
        "@type": "DefinedTermSet",
        "@id": own,
        "name": builder.env.titles[page].astext(),
        "inLanguage": spoken(builder),
        "hasDefinedTerm": terms,
    }


def placed_terms(environment: BuildEnvironment) -> Iterator[tuple[Thing, str, str]]:
    """The key terms that the book explains: each entry with its page and its place there."""
    places = {
        anchor.lower(): (page, anchor)
        for (kind, _name), (page, anchor) in environment.domaindata["std"]["objects"].items()
        if kind == "term"
    }
    for entry in load("terms"):
        if (place := places.get(fragment(entry["term"]))) is not None:
            yield entry, *place


def lesson(builder: Builder, page: str, title: str, description: str, ids: list[str]) -> Thing:
    """A page with exercises, as a part of the course."""
    translate = translator(builder.config.language)
    exercises = []
    for exercise_id in ids:
        spec = find(exercise_id).spec(translate)
        exercises.append(
            {
                "@type": "LearningResource",
                "@id": link(builder, page, page, f"exercise-{exercise_id}"),
                "name": spec["title"],
                "description": spec["question"],
                "learningResourceType": "exercise",
                "interactivityType": "active",
                "timeRequired": f"PT{spec['minutes']}M",
            }
        )
    return {
        "@type": "LearningResource",
        "@id": link(builder, page, page, "page"),
        "name": title,
        "description": description,
        "inLanguage": spoken(builder),
        "isAccessibleForFree": True,
        "license": LICENCE,
        "isPartOf": {
            "@type": "Course",
            "@id": link(builder, page, builder.config.root_doc, "course"),
            "name": builder.config.html_title,
        },
        "hasPart": exercises,
    }
