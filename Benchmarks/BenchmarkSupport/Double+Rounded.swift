import Foundation

extension Double {
    /// The number with as many digits after the point, and nothing between thousands.
    package func rounded(_ digits: Int) -> String {
        formatted(.number.precision(.fractionLength(digits)).grouping(.never))
    }
}
