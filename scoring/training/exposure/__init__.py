"""How the exposure map learns: good photos re-exposed in linear light, and the EV that was done to each region as the answer."""
