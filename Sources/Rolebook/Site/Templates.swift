/// The site's Mustache templates, checked: the built-in ones, replaced by those of the site's folder.
public struct Templates: Sendable {
}
