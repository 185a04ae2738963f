// The runtime's API uses diagnostics, JSON values and schemas. Clients can name and use them
// without a second import.
@_exported public import CRDSchema
@_exported public import CRDYAML
