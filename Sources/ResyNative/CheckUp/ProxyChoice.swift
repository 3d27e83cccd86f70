internal import ResyDomain

/// Which proxy libcurl takes from the environment for an address. Decides nothing: it only says what libcurl will do.
struct ProxyChoice: Sendable, Equatable {
    /// The variable that names it.
    var variable: String
    /// `host:port` without a name and password.
    var place: String

    /// Nil where the host is asked directly. Loopback hosts always are.
    init?(for url: String, isLoopback: Bool, variable: (String) -> String?) {
        guard !isLoopback, let host = URLText.host(url) else { return nil }
        let exempt = variable("no_proxy") ?? variable("NO_PROXY") ?? ""
        guard !Self.isExempt(host, exempt) else { return nil }
        let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
        guard let name = names.first(where: { variable($0) != nil }), let value = variable(name), !value.isEmpty else {
            return nil
        }
        self.variable = name
        let bare = value.firstRange(of: "://").map { value[$0.upperBound...] } ?? value[...]
        let authority = bare.prefix { $0 != "/" }
        place =
            authority.lastIndex(of: "@").map { String(authority[authority.index(after: $0)...]) } ?? String(authority)
    }

    private static func isExempt(_ host: String, _ list: String) -> Bool {
        list.lowercased().split { $0 == "," || $0 == " " }.contains { entry in
            let name = entry.first == "." ? entry.dropFirst() : entry[...]
            return name == "*" || host == name || host.hasSuffix("." + name)
        }
    }
}

extension CheckUp {
    var proxyChoice: ProxyChoice? {
        ProxyChoice(for: settings.apiURL, isLoopback: isLoopback, variable: Platform.variable)
    }

    func proxy() -> Line {
        let host = URLText.host(settings.apiURL) ?? settings.apiURL
        if let choice = proxyChoice {
            return .fine(.proxy, .proxy(variable: choice.variable, place: choice.place, host: host))
        }
        return .fine(.proxy, .noProxy(host: host, isThisMachine: isLoopback))
    }

    private var isLoopback: Bool { (try? Target(settings.apiURL).isLoopback) ?? false }
}
