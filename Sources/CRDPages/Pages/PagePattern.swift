import CRDGeneratorCore

/// A text of a page with placeholders for values of the resource.
///
/// It is written as a literal: `"\(.kind) of \(.group)"`.
package struct PagePattern: Sendable {
    /// The placeholders.
    package enum Value: Sendable {
        /// The kind, such as `TrainingJob`.
        case kind
        /// The group, such as `sagemaker.services.k8s.aws`; `core` for the group without a name.
        case group
        /// Group and version as in manifests: `sagemaker.services.k8s.aws/v1alpha1`.
        case apiVersion
        /// Group, kind, and version as one name:
        /// `sagemaker_services_k8s_aws_training_job_v1alpha1`.
        case resource
        /// The words for the example: `A minimal example`, or `An example with optional fields`.
        case exampleTitle
        /// The Swift code of the example, as a code block.
        case code
        /// The manifest of the example, as a code block.
        case manifest
    }

    fileprivate enum Piece {
        case text(String)
        case value(Value)
    }

    private let pieces: [Piece]

    /// Returns the text with values for the placeholders.
    func filled(_ value: (Value) -> String) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let piece): text += piece
            case .value(let piece): text += value(piece)
            }
        }
        return text
    }
}

extension PagePattern: ExpressibleByStringInterpolation {
    /// Collects the parts of a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        package mutating func appendInterpolation(_ value: Value) {
            pieces.append(.value(value))
        }
    }

    package init(stringLiteral value: String) {
        pieces = [.text(value)]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }
}
