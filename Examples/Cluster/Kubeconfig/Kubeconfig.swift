public import Foundation

/// The current context of a kubeconfig: a server, and the credentials for it.
public struct Kubeconfig: Sendable {
    /// The URL of the server.
    public let server: String
    /// The certificates that the server's certificate must be signed with, in PEM; `nil` for those
    /// of the system.
    public let certificateAuthority: Data?
    /// The certificate of the user, in PEM.
    public let clientCertificate: Data?
    /// The private key of the certificate, in PEM.
    public let clientKey: Data?
    /// The bearer token of the user.
    public let token: String?

    /// Reads what `kubectl config view --raw --minify --flatten -o json` prints.
    ///
    /// Its credentials are in the text itself. A user with a command (`exec`) has none: pass the
    /// token that the command prints, or use `kubectl proxy`.
    public init(json: Data) throws {
        let file = try JSONDecoder().decode(File.self, from: json)
        guard let cluster = file.clusters.first?.cluster, let user = file.users.first?.user else {
            throw CocoaError(.fileReadCorruptFile)
        }
        server = cluster.server
        certificateAuthority = cluster.authority
        clientCertificate = user.certificate
        clientKey = user.key
        token = user.token
    }
}

/// The form of the file (`clientcmd/api/v1` `Config`).
private struct File: Decodable {
    struct NamedCluster: Decodable {
        let cluster: Cluster
    }

    struct Cluster: Decodable {
        let server: String
        let authority: Data?

        enum CodingKeys: String, CodingKey {
            case server
            case authority = "certificate-authority-data"
        }
    }

    struct NamedUser: Decodable {
        let user: User
    }

    struct User: Decodable {
        let certificate: Data?
        let key: Data?
        let token: String?

        enum CodingKeys: String, CodingKey {
            case certificate = "client-certificate-data"
            case key = "client-key-data"
            case token
        }
    }

    let clusters: [NamedCluster]
    let users: [NamedUser]
}
