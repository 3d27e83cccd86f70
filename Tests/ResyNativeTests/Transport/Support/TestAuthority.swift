@testable import ResyDomain
import Foundation
import Glibc

/// A certificate authority of one test run, in a temp folder of its own.
struct TestAuthority: Sendable {
    struct Certificate: Sendable {
        let key: String
        let certificate: String
    }

    /// Shared by all tests: making keys is slow, and nothing in it changes.
    static let shared: Result<TestAuthority, any Error> = Result {
        let authority = try TestAuthority()
        atexit { try? TestAuthority.shared.get().remove() }
        return authority
    }

    let folder: URL
    var bundle: String { folder.appending(path: "ca.pem").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "resy-ca-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ca = """
            [req]
            distinguished_name = dn
            [dn]
            [ca]
            default_ca = test
            [test]
            database = index.txt
            new_certs_dir = .
            rand_serial = yes
            default_md = sha256
            policy = any
            copy_extensions = copy
            unique_subject = no
            [any]
            commonName = supplied
            """
        try ca.write(to: folder.appending(path: "ca.cnf"), atomically: true, encoding: .utf8)
        try "".write(to: folder.appending(path: "index.txt"), atomically: true, encoding: .utf8)
        try openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem "
                + "-days 2 -subj /CN=Test-Authority -addext basicConstraints=critical,CA:TRUE -config ca.cnf")
    }

    /// `names`: as in subjectAltName, `IP:127.0.0.1,DNS:localhost`. `days`: from when to when, counted from now.
    /// `key`: as after `-newkey`.
    func certificate(
        for names: String = "IP:127.0.0.1,DNS:localhost", days: ClosedRange<Int> = -1...1,
        key: String = "ec -pkeyopt ec_paramgen_curve:prime256v1"
    ) throws -> Certificate {
        let stem = UUID().uuidString
        try openssl(
            "req -newkey \(key) -nodes -keyout \(stem).key -out \(stem).csr "
                + "-subj /CN=loopback -addext subjectAltName=\(names) -config ca.cnf")
        func date(_ day: Int) -> String {
            let format = DateFormatter()
            format.locale = Locale(identifier: "en_US_POSIX")
            format.timeZone = TimeZone(secondsFromGMT: 0)
            format.dateFormat = "yyMMddHHmmss'Z'"
            return format.string(from: Date(timeIntervalSinceNow: Double(day) * 86_400))
        }
        // A database of its own: tests run side by side.
        let database = folder.appending(path: "\(stem).txt")
        try "".write(to: database, atomically: true, encoding: .utf8)
        let config = folder.appending(path: "\(stem).cnf")
        try String(contentsOf: folder.appending(path: "ca.cnf"), encoding: .utf8)
            .replacingOccurrences(of: "index.txt", with: "\(stem).txt")
            .write(to: config, atomically: true, encoding: .utf8)
        try openssl(
            "ca -batch -notext -config \(stem).cnf -cert ca.pem -keyfile ca.key -in \(stem).csr -out \(stem).pem "
                + "-startdate \(date(days.lowerBound)) -enddate \(date(days.upperBound))")
        return Certificate(
            key: folder.appending(path: "\(stem).key").path, certificate: folder.appending(path: "\(stem).pem").path)
    }

    /// Signed by itself alone.
    func selfSigned() throws -> Certificate {
        let stem = UUID().uuidString
        try openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout \(stem).key -out \(stem).pem "
                + "-days 2 -subj /CN=loopback -addext subjectAltName=IP:127.0.0.1 -config ca.cnf")
        return Certificate(
            key: folder.appending(path: "\(stem).key").path, certificate: folder.appending(path: "\(stem).pem").path)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    private func openssl(_ arguments: String) throws {
        try Command.run("openssl", arguments.split(separator: " ").map(String.init), in: folder)
    }
}
