import Foundation
import Testing

@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct TLSFrontTests {
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/sbin/nghttpx")))
    func speaksHTTP2WithACertificateOfItsOwn() async throws {
        let sandbox = try await Sandbox.start()
        let front = try await TLSFront.start(before: sandbox.port)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("curl-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let script = try ShellScript.start(
            """
            curl -sS -m 20 --http2 --noproxy '*' --cacert "$1" -A Mozilla/5.0 -o /dev/null \
              -w '%{http_version} %{http_code}' "$2" > "$3"
            """, arguments: [front.caFile, front.url + "/3/venue?id=6194", file])
        // The server answers on the pool: wait for the script on a thread of its own.
        let status = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: script.finish()) }
        }
        #expect(status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "2 419")
        front.stop()
        #expect(!FileManager.default.fileExists(atPath: front.caFile))
        await sandbox.stop()
    }
}
