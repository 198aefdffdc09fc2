"""The sentences, a module for each part of the program that says them."""
