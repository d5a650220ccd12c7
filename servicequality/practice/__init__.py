"""What students practise with, made from the data: the question bank and the flashcards."""
