"""What a bulletin is: frozen values, standard library only, no input or output."""
