/// What was done with the account's Notify list, and what it holds of it.
package struct NotifyOutcome: Sendable {
    package enum Status: String, Sendable { case added, exists, removed, listed }

    package var status: Status
    /// Those that were set, were there, or were taken off; all of them where they are listed.
    package var notifies: [Notify]
    package var remarks: [Remark] = []
    /// How doubtful words were read: for the first line.
    package var readings: [WordReading] = []

    package init(_ status: Status, _ notifies: [Notify], remarks: [Remark] = []) {
        (self.status, self.notifies, self.remarks) = (status, notifies, remarks)
    }
}
