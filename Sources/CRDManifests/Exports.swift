// Whoever reads manifests can name and use the runtime's types without a second import, and read
// JSON too.
@_exported public import CRDJSON
@_exported public import CRDRuntime
