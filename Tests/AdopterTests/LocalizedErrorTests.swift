import CRDFoundation
import Foundation
import SageMaker
import Testing

struct LocalizedErrorTests {
    @Test func `errors describe themselves to Foundation`() throws {
        let error = #expect(throws: InvalidResource.self) {
            try TrainingJob(metadata: ObjectMeta(name: "A")).yaml
        }
        let invalid = try #require(error)
        let shown: any Error = invalid
        #expect(shown.localizedDescription == invalid.description)
        #expect(invalid.description.hasPrefix("TrainingJob is invalid: metadata.name: "))
    }
}
