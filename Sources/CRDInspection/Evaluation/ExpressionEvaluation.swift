package import CRDCatalog
import CRDDefinitionValidity
import CRDGeneratorCore
import CRDRuntime
import CRDValidation
import CRDValues
package import CRDYAML
import KubernetesCEL

/// Evaluates a CEL expression on the objects of manifests, as if it were a rule of their CRDs.
package struct ExpressionEvaluation: Sendable {
    private let expression: String
    private let place: ExpressionPlace
    private let hasOptionalOldSelf: Bool
    private var kinds: KnownKinds
    private var stored: StoredObjects?
    /// The compiled expression for each version of each kind, or the errors.
    private var trials: [String: Result<RuleTrial, ExpressionErrors>] = [:]
    /// The objects of known kinds, in the order of the texts, without CRDs.
    package private(set) var objects: [EvaluatedObject] = []
    /// The objects of unknown kinds.
    private var unknown: [CheckedObject] = []
    /// The errors of files and documents that cannot be read.
    private var readingErrors: [Diagnostic] = []
    /// The files with objects, also those that cannot be read.
    package private(set) var files: Set<String> = []

    /// Creates an evaluation.
    ///
    /// - Parameters:
    ///   - expression: The expression.
    ///   - place: The place of `self`.
    ///   - kinds: The known kinds.
    ///   - hasOptionalOldSelf: Whether `oldSelf` is optional, as with `optionalOldSelf`.
    package init(
        _ expression: String,
        at place: ExpressionPlace,
        _ kinds: KnownKinds,
        hasOptionalOldSelf: Bool = false
    ) {
        self.expression = expression
        self.place = place
        self.hasOptionalOldSelf = hasOptionalOldSelf
        self.kinds = kinds
    }

    /// Evaluates the expression on the objects of some files; CRDs in these files define kinds for
    /// all of them.
    ///
    /// - Parameters:
    ///   - manifests: The files.
    ///   - old: The files with the objects that have the value of `oldSelf`; `nil` if there are none.
    package mutating func evaluate(
        on manifests: [ParsedManifest],
        old: [ParsedManifest]? = nil
    ) {
        var documents: [Node] = []
        for manifest in manifests {
            documents += manifest.documents
            if let error = manifest.error {
                files.insert(manifest.path)
                readingErrors.append(error)
            }
        }
        kinds.replace(with: KnownKinds(in: manifests))
        stored = old.map { StoredObjects($0, kinds) }
        for object in documents.flatMap({ ManifestObject.all(in: $0, kinds) }) { evaluate(object) }
    }

    /// The files with old objects.
    package var storedFiles: Set<String> { stored?.files ?? [] }

    /// The errors and notes about manifests and old objects.
    ///
    /// An object of an unknown kind is an error if the expression is evaluated on no other one.
    package var diagnostics: [Diagnostic] {
        readingErrors
            + unknown.flatMap { object in
                objects.isEmpty
                    ? object.diagnostics(requiresKinds: true)
                    : object.diagnostics()
            } + (stored?.diagnostics ?? [])
    }

    private mutating func evaluate(_ object: ManifestObject) {
        files.insert(object.node.file)
        do throws(Diagnostic) {
            let identity = try object.identity.get()
            if identity.name == .definition { return }
            guard let known = kinds.servedVersion(of: identity) else {
                let checked = CheckedObject(object, identity, kinds.outcome(without: identity))
                if checked.isOfUnknownKind {
                    unknown.append(checked)
                } else {
                    readingErrors += checked.diagnostics()
                }
                return
            }
            let validator = kinds.validator(of: known.version, in: identity.name)
            let outcome = outcome(of: object, identity, validator)
            objects.append(EvaluatedObject(object, identity, outcome))
        } catch {
            readingErrors.append(error)
        }
    }

    private mutating func outcome(
        of object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ validator: ResourceValidator
    ) -> EvaluatedObject.Outcome {
        let key = validator.definition.apiVersion + "/" + identity.name.kind
        let trial =
            trials[key]
            ?? place.compile(expression, validator, hasOptionalOldSelf: hasOptionalOldSelf)
        trials[key] = trial
        switch trial {
        case .failure(let errors): return .failure(errors)
        case .success(let trial):
            do throws(Diagnostic) {
                let input = try input(of: trial, object, identity, validator)
                return evaluate(trial, on: input)
            } catch {
                return .failure(ExpressionErrors(error))
            }
        }
    }

    /// The values of `self` and `oldSelf`, and the node at which errors are reported.
    private typealias Input = (value: JSONValue, old: JSONValue?, node: Node)

    private func input(
        of trial: RuleTrial,
        _ object: ManifestObject,
        _ identity: ManifestObject.Identity,
        _ validator: ResourceValidator
    ) throws(Diagnostic) -> Input {
        if trial.requiresOldSelf, stored == nil {
            let message =
                "the expression uses 'oldSelf', but there are no old objects; pass them with '--old'"
            throw Diagnostic(.error, message, file: nil)
        }
        let name = "\(identity.name.kind) '\(object.name.excerpt)'"
        var finder = PlaceFinder(object.node)
        let node = finder.nearest(to: ValuePlace(place.steps))
        let match = stored?.match(for: object, identity.name, kinds)
        let old = match.map { validator.prunedWithDefaults($0.value) }
        let resource = try validator.prepared(object.node)
        guard let values = trial.place.values(in: resource, old: old) else {
            let message = "\(name) has no value at '\(place.text)', so a rule is not evaluated"
            throw node.diagnostic(.error, message)
        }
        if trial.requiresOldSelf, values.old == nil {
            let reason =
                match == nil
                ? "\(name) is not among the old objects"
                : "the old \(name) has no value for '\(place.text)'"
            let message = "\(reason), so a rule that uses 'oldSelf' is not evaluated"
            throw node.diagnostic(.error, message)
        }
        return (values.value, values.old, node)
    }

    private func evaluate(_ trial: RuleTrial, on input: Input) -> EvaluatedObject.Outcome {
        let result = trial.evaluate(input.value, old: input.old)
        if case .error(let text) = result.value {
            let issue = result.errorPosition.map { CompileIssue(text, at: $0, in: expression) }
            var finder = PlaceFinder(input.node)
            let path = trial.path(ofError: text, in: input.value)
            let diagnostic = finder.nearest(to: ValuePlace(path)).diagnostic(.error, text)
            return .failure(ExpressionErrors(diagnostic, snippet: issue?.snippet ?? ""))
        }
        return .success(
            EvaluatedObject.Evaluation(
                value: result.value,
                type: trial.resultType,
                cost: result.cost,
                estimatedCost: trial.estimatedCost
            )
        )
    }
}
