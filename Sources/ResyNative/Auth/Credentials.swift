/// What is kept for one platform, encrypted: the fields that the Python tool of the same folder knows, and ours.
package struct Credentials: Sendable {
    package var email: String?
    package var password: Secret?
    package var authToken: Secret?
    /// Application-level key captured at a sign-in.
    package var apiKey: String?
    package var paymentMethodID: Int?
    package var tokenExpiresAt: Instant?
    /// Cookie lines in the Netscape format that libcurl reads and writes.
    package var cookies: [Secret]
    /// False while Resy never confirmed the password.
    package var isVerified: Bool

    package init(
        email: String? = nil, password: Secret? = nil, authToken: Secret? = nil, apiKey: String? = nil,
        paymentMethodID: Int? = nil, tokenExpiresAt: Instant? = nil, cookies: [Secret] = [], isVerified: Bool = false
    ) {
        self.email = email
        self.password = password
        self.authToken = authToken
        self.apiKey = apiKey
        self.paymentMethodID = paymentMethodID
        self.tokenExpiresAt = tokenExpiresAt
        self.cookies = cookies
        self.isVerified = isVerified
    }
}
