import CRDGeneratorCore
import CRDYAML

extension Node {
    /// A note if a CustomResourceDefinition is a patch of kustomize and not a whole one.
    var patchNote: Diagnostic? {
        guard isPatchOfDefinition else { return nil }
        return diagnostic(
            .note,
            "looks like a kustomize patch, expected a whole CustomResourceDefinition; "
                + "use the output of 'kubectl kustomize'"
        )
    }
}
