"""The interface that programs call: the objects of the record over HTTP, and the safe edge that pages share."""
