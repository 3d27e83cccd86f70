internal import Foundation

/// `nghttpx` before a sandbox: TLS and HTTP/2 with a certificate of its own.
///
/// Needs the `nghttpx` and `openssl` commands. A fault on the wire that breaks the connection behind it shows as
/// 502 or as a broken stream. Ends with `stop()`, and also when this process dies in any way: the shell that runs it
/// reads from a pipe that only we hold open.
package final class TLSFront: Sendable {
    /// `https://127.0.0.1:PORT`
    package let url: String
    /// What `url`'s certificate is to be checked against, PEM.
    package let caFile: String
    /// Of its public key: base64 of the SHA-256, as Chromium's `--ignore-certificate-errors-spki-list` wants it.
    package let spki: String
    private let script: ShellScript

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private static let script = """
        cd "$1" || exit 1
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -keyout key.pem -out cert.pem \
          -subj /CN=localhost -addext "subjectAltName=IP:127.0.0.1,DNS:localhost,$4" || exit 1
        openssl x509 -in cert.pem -noout -pubkey | openssl pkey -pubin -outform der \
          | openssl dgst -sha256 -binary | openssl base64 > spki || exit 1
        nghttpx --conf=/dev/null --single-process --workers=1 --no-ocsp --no-via --no-server-rewrite \
          --errorlog-file=/dev/null --log-level=FATAL --backend-read-timeout=600s --frontend-read-timeout=600s \
          --frontend="127.0.0.1,$2" --backend="127.0.0.1,$3" key.pem cert.pem </dev/null &
        child=$!
        read _
        kill -9 $child
        wait
        cd /
        rm -rf "$1"
        """

    /// `preferred` is the port, or 0 for any.
    package static func start(before port: UInt16, preferred: UInt16 = 0) async throws -> TLSFront {
        // The port is free when we look; another process may take it before nghttpx does.
        for _ in 0..<3 {
            let (probe, chosen) = try LoopbackSocket.listen(port: preferred)
            LoopbackSocket.close(probe)
            if let front = try await start(before: port, at: chosen) { return front }
        }
        throw Failure(description: "nghttpx did not start; are nghttpx and openssl installed?")
    }

    private static func start(before backend: UInt16, at port: UInt16) async throws -> TLSFront? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let names = SiteHosts.certified.map { "DNS:" + $0 }.joined(separator: ",")
        let running = try ShellScript.start(
            script, arguments: [folder.path, String(port), String(backend), names])
        for _ in 0..<500 {
            if let descriptor = try? LoopbackSocket.connect(port: port) {
                LoopbackSocket.close(descriptor)
                return try TLSFront(port: port, folder: folder, script: running)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        running.finish()
        try? FileManager.default.removeItem(at: folder)
        return nil
    }

    private init(port: UInt16, folder: URL, script: ShellScript) throws {
        let spki = try String(contentsOf: folder.appendingPathComponent("spki"), encoding: .utf8)
        self.spki = spki.trimmingCharacters(in: .whitespacesAndNewlines)
        url = "https://127.0.0.1:\(port)"
        caFile = folder.appendingPathComponent("cert.pem").path
        self.script = script
    }

    package func stop() { script.finish() }
}
