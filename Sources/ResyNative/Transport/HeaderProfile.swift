internal import ResyDomain

/// What each request to Resy says of its sender: a current desktop browser on the site itself, told one way
/// throughout. Without a browser's `User-Agent` Resy's edge answers 500.
package struct HeaderProfile: Sendable {
    /// Chrome's major version; every value that names a version is made from it.
    static let version = 156
    /// The system as `User-Agent` and as `sec-ch-ua-platform` name it.
    static let system = (agent: "X11; Linux x86_64", platform: "Linux")

    package static let userAgent =
        "Mozilla/5.0 (\(system.agent)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/\(version).0.0.0 Safari/537.36"

    package let headers: [(name: String, value: String)]

    /// `webURL`: the site the requests come from; a path is ignored. The API knows its site by this very name, and
    /// refuses to renew for another, wherever pages are opened.
    package init(webURL: String = "https://resy.com") {
        let origin = Self.origin(of: webURL)
        headers = [
            ("sec-ch-ua-platform", "\"\(Self.system.platform)\""),
            ("Cache-Control", "no-cache"),
            ("User-Agent", Self.userAgent),
            ("sec-ch-ua", Self.brands(of: Self.version)),
            ("sec-ch-ua-mobile", "?0"),
            ("Accept", "application/json, text/plain, */*"),
            ("X-Origin", origin),
            ("Origin", origin),
            ("Sec-Fetch-Site", "same-site"),
            ("Sec-Fetch-Mode", "cors"),
            ("Sec-Fetch-Dest", "empty"),
            ("Referer", origin + "/"),
            ("Accept-Language", "en-US,en;q=0.9"),
        ]
    }

    /// Scheme, host and port; the text itself where it is no URL.
    static func origin(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let end = url[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? url.endIndex
        return String(url[..<end])
    }

    /// `sec-ch-ua` as Chromium makes it: three brands in an order, and one nonsense brand with a spelling, that
    /// both follow from the major version.
    static func brands(of version: Int) -> String {
        let marks: [String] = [" ", "(", ":", "-", ".", "/", ")", ";", "=", "?", "_"]
        let nonsense = "Not\(marks[version % 11])A\(marks[(version + 1) % 11])Brand"
        let entries = [
            "\"\(nonsense)\";v=\"\(["8", "99", "24"][version % 3])\"",
            "\"Chromium\";v=\"\(version)\"",
            "\"Google Chrome\";v=\"\(version)\"",
        ]
        let places = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]][version % 6]
        var ordered = entries
        for (entry, place) in zip(entries, places) { ordered[place] = entry }
        return ordered.joined(separator: ", ")
    }
}
