internal import ResyDomain

extension Credentials {
    /// Whether a token can be renewed without a password, at that API.
    func hasRefreshCookie(for apiURL: String, now: Instant) -> Bool {
        guard let host = URLText.host(apiURL) else { return false }
        return cookies.contains { line in
            guard let cookie = CookieLine(line), cookie.name == CookieLine.refreshName else { return false }
            return cookie.isGood(for: host, now: now)
        }
    }
}

extension Redactor {
    /// Of a stored sign-in.
    func register(_ credentials: Credentials) {
        if let password = credentials.password { register(password, as: .lasting) }
        if let key = credentials.apiKey { register(Secret(key), as: .lasting) }
        if let token = credentials.authToken { register(token, as: .renewed) }
        register(cookies: credentials.cookies)
    }
}
