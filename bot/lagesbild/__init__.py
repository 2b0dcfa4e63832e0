"""The lägesbild: a longer picture for a meeting, of a focus area or the whole municipality."""
