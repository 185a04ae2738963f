// The runtime's API uses diagnostics, JSON values and definitions of resources. Clients can
// name and use them without a second import.
@_exported public import CRDValues
@_exported public import CRDYAML
