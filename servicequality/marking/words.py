"""Texts of the marking page, and what to ask a student whose file cannot be used.

`{alias}`, `{file}` and the like are replaced by what they name.
"""

MARKING = {
    # Frame
    "private": (
        "The files stay on this machine, in the kernel of this page. Marks are lost when the page "
        "is closed or loaded again, unless you save them first."
    ),
    "files": "Files",
    "open_files": "Open workbook files",
    "open_help": "JSON files, as many at once as you like. More can be added later.",
    "none_open": "No workbook is open yet.",
    "opened": "Workbooks open: {opened}.",
    "opened_broken": "Workbooks open: {opened}. Files that could not be used: {broken}.",
    "broken_files": "Files that could not be used",
    "broken": "{fault} {ask}",
    "notes": "Worth knowing",
    "same_file": "{file} is open already. It counts once.",
    "same_bytes": "{file} is the same as {other}, which is open already. It counts once.",
    "same_alias": (
        "Several files have the alias “{alias}”: {files}. They are kept apart by their file names."
    ),
    "left_out_field": "{file}: “{exercise}” has no “{label}” in this course. It is left out.",
    "left_out_exercise": "{file}: the course has no exercise “{exercise}”. It is left out.",
    "alias_and_file": "{alias} ({file})",
    # Students
    "students": "Students",
    "students_caption": "One row a student; points of the scores that they gave and of your marks",
    "students_scroll": "Table of students",
    "student": "Student",
    "date": "Date",
    "done": "Done",
    "begun": "Begun",
    "changed": "Last change (UTC)",
    "own": "own",
    "mark": "mark",
    "of": "of {maximum}",
    "done_of": "of {count}",
    "unfinished_said": "not all marks given",
    # Answers
    "answers": "Answers",
    "question": "Question or exercise",
    "question_title": "{question}: {title}",
    "shown_students": "Students shown",
    "range": "{first} to {last} of {all}",
    "model_answer": "Model answer",
    "no_entries": "Nothing handed in here: {students}.",
    "nobody": "Nobody has handed in anything here.",
    "words_one": "1 word",
    "words": "{count} words",
    "no_answer": "No written answer.",
    "inputs": "What else was entered",
    "answer": "Answer",
    "no_rows": "no rows",
    "yes": "yes",
    "no": "no",
    "nothing_chosen": "none",
    "with_unit": "{number} {unit}",
    "row_name": "Row",
    "own_score": "Own score {score}",
    "own_score_none": "Own score: none yet",
    "not_marked": "not marked yet",
    "remark": "Remark",
    "total_none": "No mark yet.",
    "total_open": "{given} of {criteria} criteria marked.",
    "total_pass": "{score} of {maximum} points: a pass.",
    "total_low": "{score} of {maximum} points; {pass_mark} are a pass.",
    "total_zero": "{score} of {maximum} points, but a criterion is missing: not a pass.",
    # Class figures
    "figures": "The class",
    "figures_few": "Figures appear once three students have begun this exercise; so far {count}.",
    "answered": "{count} of {all} students have begun this exercise; done: {done}.",
    "written": "Written answers: {count}. Their median length is {median} words.",
    "numbers": "Numbers that were entered",
    "entry": "Entry",
    "entries": "Entries",
    "count": "Students",
    "median": "Median",
    "lowest": "Lowest",
    "highest": "Highest",
    "choices": "Choices",
    "option": "Option",
    "chosen": "Chosen",
    "nested": "{row}: {column}",
    "own_and_mark": "Own score and mark, where a student has both",
    "criterion": "Criterion",
    "own_mean": "Own score, mean",
    "mark_mean": "Mark, mean",
    "difference": "Own score less mark",
    "no_pairs": "Own scores and marks are compared once three students have both.",
    "chart_axis": "Mean points, 0 to 3",
    "chart_own": "own score",
    "chart_mark": "mark",
    "chart_criterion": "Criterion {number}",
    "chart_above": "Students score themselves {difference} points above the marks on average.",
    "chart_below": "Students score themselves {difference} points below the marks on average.",
    "chart_equal": "On average, students score themselves as the marks do.",
    # Saving and loading marks
    "marks": "Save and load marks",
    "no_marks": "There is nothing to save yet: give a mark or write a remark first.",
    "save_marks": "Save marks (CSV)",
    "save_summary": "Save summary (CSV)",
    "save_help": (
        "Marks: one row a criterion; this page can load it again. Summary: one row a student and "
        "question. A text that a spreadsheet would take for a formula begins with an apostrophe."
    ),
    "marked": "Answers with marks or a remark: {answers}. Students: {students}.",
    "marked_absent": "Marks are kept, too, of students whose files are not open: {students}.",
    "load_marks": "Load marks",
    "load_help": "A file of marks that this page has saved. It is added to the marks given here.",
    "marks_loaded": "Loaded: the marks of {answers} answers.",
    "marks_replaced": "Loaded: the marks of {answers} answers. Replaced here: {replaced}.",
    "marks_refused": "{file} was not loaded, and nothing has changed. {fault}",
}

# What is wrong with a file, where the texts of the interface do not say it as an instructor needs.
FAULTS = {
    "file_not_utf8": "The file is not a text in UTF-8, as a workbook file is.",
    "file_deep": "The file holds lists within lists deeper than any workbook does.",
    "file_numbers": "The file holds NaN or Infinity, which a workbook file never does.",
    "file_unreadable": "This machine does not let the file be read.",
    "file_newer": "The file was saved by a newer edition of the course than the one here.",
    "marks_too_large": "The file is too large for a file of marks, which stays below 5 MB.",
    "marks_not_utf8": "It is not a text in UTF-8. From a spreadsheet, save it as “CSV UTF-8”.",
    "marks_not_csv": "It is damaged, or not a CSV file.",
    "marks_summary": "It is a summary. Load the file of marks, which has a row for each criterion.",
    "marks_columns": "It has no column “{column}” in its first row.",
    "marks_cells": "Row {row} has {found} cells; {wanted} are expected.",
    "marks_question": "Row {row}: the course has no question “{found}” that is marked.",
    "marks_criterion": "Row {row}: this question has no criterion “{found}”.",
    "marks_mark": "Row {row}: the mark “{found}” is not 0, 1, 2, 3 or empty.",
    "marks_of": "Row {row}: a criterion has 3 points, not “{found}”.",
    "marks_twice": "Row {row}: this criterion of this student stands there twice.",
    "marks_remark": "Row {row}: the remark differs from the one of the same answer above.",
    "marks_long": "Row {row}: a text is longer than {maximum} characters.",
    "marks_empty": "It holds no marks.",
}

# What to ask the student for, by what is wrong with the file.
ASK = {
    "file_too_large": (
        "Ask for the JSON file of the workbook, not for a Word document or a picture."
    ),
    "file_foreign": "Ask for the JSON file that the workbook page of this course saves.",
    "file_newer": "Install that edition here and open the file again.",
    "file_older": "Ask the student to answer in the present edition and to save that workbook.",
    "file_alias": "Ask the student to shorten the alias on the workbook page and to save again.",
    "file_date": "Ask the student to set the date on the workbook page and to save again.",
    "file_unreadable": "Copy the file to another folder, or open it with the button.",
    "file_deep": "Ask the student to save the workbook as JSON again and to hand in that file.",
    "other": (
        "Ask the student to save the workbook as JSON again and to hand in that file unchanged."
    ),
}
