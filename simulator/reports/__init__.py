"""Documents as values, and what is made of them: pages to read and archives to hand on. No store and no window in here."""
