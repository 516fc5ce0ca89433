"""The grammar of quantities: values, bounds, units."""
