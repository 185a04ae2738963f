// Clients can name and use resources and their schemas without a second import.
@_exported public import CRDRuntime
@_exported public import CRDSchema
