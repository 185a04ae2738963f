// Builds a resource, prints its manifest, and reads it back.

import CRDManifests
import CRDRuntime

var backup = Backup(
    metadata: .init(name: "shop", namespace: "prod", labels: ["team": "shop"]),
    spec: .init(
        retain_copies: 14,
        schedule: "0 3 * * *",
        source: .init(volume_name: "orders"),
        target: .init(bucket_url: "s3://backups/shop")
    )
)
backup.spec.source.exclude_paths = ["tmp"]
let manifest = try backup.yaml
print(manifest, terminator: "")

let back = try Backup(yaml: manifest)
print(back == backup ? "# read back: equal" : "# read back: different")
