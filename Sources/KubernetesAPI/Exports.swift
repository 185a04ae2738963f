// Whoever sends requests can name and use the types of the runtime, JSON values and patches without
// a second import.
@_exported public import CRDJSON
