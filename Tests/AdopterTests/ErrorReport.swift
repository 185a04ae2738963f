import CRDManifests
import SageMaker

/// The parts of an error about a manifest, named without a module below the product.
struct ErrorReport {
    let severities: [Diagnostic.Severity]
    let locations: [SourceLocation]
    let paths: [FieldPath]
    let violations: [Violation]

    init(_ error: ManifestError) {
        severities = error.diagnostics.map(\.severity)
        locations = error.diagnostics.compactMap(\.location).sorted()
        paths = error.diagnostics.compactMap(\.fieldPath)
        violations = error.violations
    }

    /// Reads a manifest; `nil` where nothing is wrong with it.
    init?(of text: String, file: String, checks: ManifestChecks = .none) {
        do throws(ManifestError) {
            _ = try TrainingJob(yaml: text, file: file, checks: checks)
            return nil
        } catch {
            self.init(error)
        }
    }

    /// `file:line:column wire swift`.
    var lines: [String] {
        zip(locations, paths).map { location, path in
            let place = "\(location.file):\(location.line):\(location.column)"
            return "\(place) \(path.wire) \(path.text(.swift))"
        }
    }
}
