extension Database {
  static let views = [
    """
    CREATE VIEW "who_can" AS
    SELECT held.platform, held.permission, held.role, role.title, role.permission_count, role.lowest_resource,
      role.stage, held.via
    FROM role_permissions AS held JOIN roles AS role ON role.platform = held.platform AND role.id = held.role
    """,
    """
    CREATE VIEW "guide_roles" AS
    SELECT given.guide, page.title AS guide_title, given.option, given.role, role.title AS role_title,
      role.permission_count, given.securable, given.grantee
    FROM grants AS given JOIN pages AS page ON page.path = given.guide
      LEFT JOIN roles AS role ON role.platform = given.platform AND role.id = given.role
    WHERE given.role IS NOT NULL AND given.status = 'current'
    """,
    """
    CREATE VIEW "finding_places" AS
    SELECT finding.severity, finding.rule, place.file, place.line, place.column, finding.message, finding.help,
      finding.status
    FROM findings AS finding JOIN places AS place ON place.id = finding.place
    """,
  ]
}
