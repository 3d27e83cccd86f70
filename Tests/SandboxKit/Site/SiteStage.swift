/// A sandbox with its web site, and what a browser and a program must be told to reach both.
package struct SiteStage: Sendable {
    package enum Road: String, Sendable, CaseIterable {
        /// https://resy.com and https://api.resy.com over TLS and HTTP/2; needs nghttpx and openssl.
        case named
        /// http://127.0.0.1, one port for the site and one for the API.
        case plain
    }

    package let sandbox: Sandbox
    package let road: Road
    /// The site as the browser opens it.
    package let webURL: String
    /// The API as the page calls it, from within the browser.
    package let apiURL: String
    /// The API for programs, which know nothing of the browser's names; the same simulator.
    package let programAPIURL: String
    /// What Chromium needs beside its usual flags. No name but the site's leads anywhere.
    package let browserFlags: [String]
    /// What `programAPIURL` is to be checked against, PEM; nil on the plain road.
    package let caFile: String?
    private let front: TLSFront?

    package static func start(_ road: Road, scenario: Scenario = .standard) async throws -> SiteStage {
        let sandbox = try await Sandbox.start(scenario: scenario, hasSite: true)
        guard road == .named else { return SiteStage(plain: sandbox) }
        do {
            return SiteStage(sandbox, try await TLSFront.start(before: sandbox.port))
        } catch {
            await sandbox.stop()
            throw error
        }
    }

    private init(plain sandbox: Sandbox) {
        self.sandbox = sandbox
        road = .plain
        webURL = sandbox.webURL ?? ""
        apiURL = sandbox.baseURL
        programAPIURL = sandbox.baseURL
        browserFlags = ["--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost"]
        caFile = nil
        front = nil
    }

    private init(_ sandbox: Sandbox, _ front: TLSFront) {
        self.sandbox = sandbox
        self.front = front
        road = .named
        webURL = "https://" + SiteHosts.web
        apiURL = "https://" + SiteHosts.api
        programAPIURL = front.url
        browserFlags = front.browserFlags
        caFile = front.caFile
    }

    package func stop() async {
        front?.stop()
        await sandbox.stop()
    }
}

extension TLSFront {
    /// Chromium's `--host-resolver-rules`: the site's names lead here, all others nowhere.
    package var resolverRules: String {
        let address = url.replacing("https://", with: "")
        return SiteHosts.names.map { "MAP \($0):443 \(address)," }.joined() + "MAP * ~NOTFOUND,EXCLUDE 127.0.0.1"
    }

    /// The second is heeded only together with `--user-data-dir`.
    package var browserFlags: [String] {
        ["--host-resolver-rules=\(resolverRules)", "--ignore-certificate-errors-spki-list=\(spki)"]
    }
}
