internal import ResyDomain

/// A cookie of the browser's.
struct BrowserCookie: Sendable, Equatable {
    var name: String
    var value: Secret
    /// With a leading dot where it is for subdomains too.
    var domain: String
    var path: String
    /// Nil for one that ends with the browser.
    var expires: Instant?
    var isSecure: Bool
    var isHTTPOnly: Bool

    /// Nil where it is not what the protocol describes.
    init?(_ cookie: JSON) {
        guard let name = cookie.text("name"), let value = cookie.text("value"), let domain = cookie.text("domain")
        else {
            return nil
        }
        self.name = name
        self.value = Secret(value)
        self.domain = domain
        path = cookie.text("path") ?? "/"
        let seconds = (try? cookie["expires"].number) ?? -1
        expires = seconds > 0 ? Instant(seconds: seconds) : nil
        isSecure = (try? cookie["secure"].flag) ?? false
        isHTTPOnly = (try? cookie["httpOnly"].flag) ?? false
    }
}

extension BrowserCookie {
    /// As `CookieKeeping` keeps it; nil for one that would break out of its line.
    var netscapeLine: Secret? {
        let value = value.reveal()
        let fields = [
            (isHTTPOnly ? "#HttpOnly_" : "") + domain, domain.hasPrefix(".") ? "TRUE" : "FALSE", path,
            isSecure ? "TRUE" : "FALSE", String(Int64(expires?.seconds ?? 0)), name, value,
        ]
        guard fields.allSatisfy({ field in !field.utf8.contains { $0 < 0x20 } }) else { return nil }
        return Secret(fields.joined(separator: "\t"))
    }
}
