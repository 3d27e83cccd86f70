internal import ResyDomain

/// A folder of scrubbed answers, one file for each kind of call, in the form of the tests' fixtures.
struct Recording: Sendable {
    let folder: String
    private let redactor: Redactor
    private var scrubber = Scrubber()

    /// Makes the folder where there is none. What `redactor` knows is not kept either.
    init(_ folder: String, _ redactor: Redactor) throws {
        self.redactor = redactor
        self.folder = ProgramPath.absolute(folder) ?? folder
        do {
            try Files.makeFolder(self.folder)
        } catch {
            throw Self.explained(error)
        }
        guard Files.leadsToFolder(self.folder), Files.isWritable(self.folder) else {
            throw ResyError(
                .badRequest, .files(.notWritableFolder(path: self.folder)), advice: [.files(.nameAnother)])
        }
    }

    /// Answers the file's path.
    mutating func keep(_ answer: JSON, as name: String) throws -> String {
        let path = "\(folder)/\(name).json"
        do {
            try Files.replace(path, with: redactor.maskKnown(Array((scrubber.scrub(answer).pretty + "\n").utf8)))
        } catch {
            throw Self.explained(error)
        }
        return path
    }

    private static func explained(_ fault: FileFault) -> ResyError {
        ResyError(.badRequest, .files(.fault(fault)), advice: [.files(.nameAnotherFolder)])
    }
}
