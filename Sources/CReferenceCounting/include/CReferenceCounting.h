// There is nothing to call: whatever links this target counts references as reference-counting.c says.
