// The types of this module are generated from the CRDs in 'crds' when it is built; a reviewed copy
// is in 'Generated'. SwiftPM wants one file that is not generated.
