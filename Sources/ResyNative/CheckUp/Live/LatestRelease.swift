internal import ResyDomain

/// Asks the address that the user named which release is the newest. Nothing is fetched but that, and nothing installed.
///
/// Read are `tag_name`, `html_url`, `draft` and `prerelease`, as GitHub's `GET /repos/OWNER/REPO/releases/latest` has them, or
/// `version` and `url`.
struct LatestRelease {
    let http: any HTTPClient
    let address: String
    let running: ReleaseVersion

    /// In seconds.
    private static let patience = 10.0
    private static let longestAnswer = 256 << 10

    func news() async -> ReleaseNews {
        let request = HTTPRequest(
            .get, address, headers: [("Accept", "application/json"), ("User-Agent", "resy-mcp")],
            bodyLimit: Self.longestAnswer, timeLimit: Self.patience)
        let body = BodyBuffer()
        guard let head = try? await http.perform(request, into: body) else { return .unread(.unreachable) }
        guard (200...299).contains(head.status) else { return .unread(.status(head.status)) }
        guard let answer = try? JSON(parsing: Array(body.bytes)),
            let latest = (Self.text("tag_name", of: answer) ?? Self.text("version", of: answer)).flatMap(
                ReleaseVersion.init)
        else { return .unread(.notUnderstood) }
        guard latest > running else { return .none(latest: latest) }
        // That address of GitHub's never has one; another may.
        guard !Self.isSet("draft", of: answer), !Self.isSet("prerelease", of: answer) else {
            return .unread(.unreleased)
        }
        return .newer(latest, page: page(of: answer))
    }

    private func page(of answer: JSON) -> String? {
        guard let page = Self.text("html_url", of: answer) ?? Self.text("url", of: answer), page.hasPrefix("https://"),
            page.utf8.count <= 200, page.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return page
    }

    /// Whatever is no plain no: what cannot be read must not pass for a release.
    private static func isSet(_ name: String, of answer: JSON) -> Bool {
        guard let value = answer.optional(name) else { return false }
        return (try? value.flag) != false
    }

    private static func text(_ name: String, of answer: JSON) -> String? { try? answer.optional(name)?.text }
}
