public import AsyncHTTPClient
public import Kubeconfig
import NIOSSL

extension HTTPClient {
    /// Creates a client with the certificates of a kubeconfig.
    public convenience init(_ kubeconfig: Kubeconfig) throws {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let authority = kubeconfig.certificateAuthority {
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(authority)))
        }
        if let certificate = kubeconfig.clientCertificate, let key = kubeconfig.clientKey {
            tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(Array(certificate))
                .map { .certificate($0) }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(key), format: .pem))
        }
        self.init(configuration: .init(tlsConfiguration: tls))
    }
}
