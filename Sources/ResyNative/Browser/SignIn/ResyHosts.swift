internal import ResyDomain

/// The site's own hosts and the API's: what others say is not believed, and nothing is filled in there.
struct ResyHosts: Sendable {
    let site: String
    private let names: [String]

    init(webURL: String, apiURL: String) {
        site = URLText.host(webURL) ?? ""
        names = [site, URLText.host(apiURL) ?? ""].filter { !$0.isEmpty }
    }

    func have(_ url: String) -> Bool {
        guard let host = URLText.host(url) else { return false }
        return names.contains { host == $0 || host.hasSuffix("." + $0) }
    }
}
