"""Which keys the commands have: the program's own, and those the user has given them."""
