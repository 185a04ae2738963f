// Types by pattern and names in camelCase: the code of the article "Configuration", which a test
// compares with this file.

import CRDConventions
import CRDManifests
import CRDRuntime

struct RoleARN: ScalarValue {
    var rawValue: String

    var account: Substring { rawValue.split(separator: ":", omittingEmptySubsequences: false)[4] }
}

var cache = Cache(
    metadata: .init(generateName: "sessions-"),
    spec: .init(maxMemory: "1.5Gi", roleARN: .init(rawValue: "arn:aws:iam::123456789012:role/a"))
)
cache.spec.maxMemory += "512Mi"
cache.spec.timeToLive = "90s"
print(try cache.yaml, terminator: "")

// Values that are read

let owner = OwnerReference(apiVersion: "v1", kind: "Pod", name: "web", uid: "0f6c")
cache.metadata.ownerReferences = [owner]
let copy = try Cache(yaml: cache.yaml)
print(copy.spec.roleARN?.account ?? "", copy.metadata.ownerReferences == [owner])
print(copy.spec.timeToLive.map { $0.duration > .seconds(60) } ?? false)
