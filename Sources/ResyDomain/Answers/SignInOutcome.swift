/// How a sign-in ended.
package struct SignInOutcome: Sendable {
    package var email: String
    /// False where Resy could not be asked and the credentials were stored unproved.
    package var isVerified: Bool
    /// `Visa ending in 4242`, or nil.
    package var card: String?
    package var remarks: [Remark]
    /// Why Resy could not be asked.
    package var obstacle: ResyError.Code?

    package init(
        email: String, isVerified: Bool, card: String?, remarks: [Remark], obstacle: ResyError.Code? = nil
    ) {
        self.email = email
        self.isVerified = isVerified
        self.card = card
        self.remarks = remarks
        self.obstacle = obstacle
    }
}
