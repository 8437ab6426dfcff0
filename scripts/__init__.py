"""What is run by hand: generators of committed files, and the fit of the weights."""
