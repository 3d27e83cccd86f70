@testable import ResyDomain
import Foundation

/// What a target begins with.
enum Seeds {
    /// The files of a folder, by name; none where there is no such folder.
    static func read(_ folder: String) -> [[UInt8]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
        }
    }
}
