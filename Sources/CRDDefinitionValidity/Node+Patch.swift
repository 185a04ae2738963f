import CRDGeneratorCore
import CRDYAML

extension Node {
    /// A note if a CustomResourceDefinition has the API version that servers no longer accept.
    var oldVersionNote: Diagnostic? {
        guard let version = self["apiVersion"], version.text == "apiextensions.k8s.io/v1beta1"
        else { return nil }
        return version.diagnostic(
            .note,
            "Kubernetes 1.22 removed 'v1beta1' of CustomResourceDefinition; "
                + "convert the CRD to 'apiextensions.k8s.io/v1'"
        )
    }

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
