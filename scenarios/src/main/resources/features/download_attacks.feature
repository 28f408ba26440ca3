@keys @fraud
Feature: Three attacks on the key download
  What a thief on the line can do to a download, by its mode and by when the host switches to the new key.

  Background:
    Given T1 starts unloaded
    And manager card M1 has the password 246810 and 3 tries
    And the host has opened a work order for T1
    And a thief listens on the line of T1

  @K-15
  Scenario Outline: A recorded authentication message, <mode>, confirmation <confirm>
    Given the host follows the policy download.mode = <mode>
    And the host follows the policy confirmBeforeSwitch = <confirm>
    And T1 follows the policy download.mode = <mode>
    When the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the master key of T1 equals the master key of T1 at the host
    When the thief on the line of T1 replays the authentication message
    Then the thief on the line of T1 was last answered <code>

    Examples:
      | mode     | confirm | code |
      | LITERAL  | false   | 00   |
      | LITERAL  | true    | 00   |
      | HARDENED | true    | D7   |

  @K-15
  Scenario Outline: The same message through another terminal's line, <mode>
    Given the host follows the policy download.mode = <mode>
    And T1 follows the policy download.mode = <mode>
    And T2 starts signed-in
    When the manager downloads the master key to T1 with manager card M1
    And the 1st authentication message from T1 is replayed through T2
    Then the last 0810 to T2 has F39 <code>

    Examples:
      | mode     | code |
      | LITERAL  | 00   |
      | HARDENED | D7   |

  @K-37
  Scenario: A replay rolls the master key of a literal host that does not wait for a confirmation
    Given the host follows the policy confirmBeforeSwitch = false
    When the manager downloads the master key to T1 with manager card M1
    And the thief on the line of T1 asks for another master key
    Then the thief on the line of T1 was last answered 00
    And the master key of T1 differs from the master key of T1 at the host
    And the invariant 'one master key on both ends' is broken
    When the clerk of T1 signs in
    Then T1 shows "working key download failed, confirm master key download"

  @K-37
  Scenario: Confirmation stops a thief who does not read the check value out of the delivery
    When the manager downloads the master key to T1 with manager card M1
    And the thief on the line of T1 asks for another master key
    Then the thief on the line of T1 was last answered 00
    And the master key of T1 at the host is PENDING
    When the clerk of T1 signs in
    Then the sign-in is approved

  @K-37
  Scenario Outline: Confirmation, here <confirm>, does not stop a thief who does
    Given the host follows the policy confirmBeforeSwitch = <confirm>
    When the manager downloads the master key to T1 with manager card M1
    And the thief on the line of T1 asks for another master key and confirms it
    Then the thief on the line of T1 was last answered 00
    And the master key of T1 differs from the master key of T1 at the host
    And the invariant 'one master key on both ends' is broken
    When the clerk of T1 signs in
    Then T1 shows "working key download failed, confirm master key download"

    Examples:
      | confirm |
      | true    |
      | false   |

  @K-37
  Scenario: A hardened host keeps its key
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    When the manager downloads the master key to T1 with manager card M1
    And the thief on the line of T1 asks for another master key and confirms it
    Then the thief on the line of T1 was last answered D7
    And the master key of T1 equals the master key of T1 at the host
    When the clerk of T1 signs in
    Then the sign-in is approved

  @K-36
  Scenario Outline: A thief plants his own key in a literal download, confirmation <confirm>
    Given the host follows the policy confirmBeforeSwitch = <confirm>
    When the thief on the line of T1 waits to plant a master key of his own
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the thief on the line of T1 knows the master key of T1
    And the invariant 'one master key on both ends' is broken

    Examples:
      | confirm |
      | false   |
      | true    |

  @K-36
  Scenario: He plants it in the short flow too
    Given T1 follows the policy download.flow = SHORT
    When the thief on the line of T1 waits to plant a master key of his own
    And the manager downloads the master key to T1 with manager card M1
    Then the key download is approved
    And the thief on the line of T1 knows the master key of T1
    And the invariant 'one master key on both ends' is broken

  @K-36
  Scenario Outline: A hardened host refuses the first swap, <flow> flow
    Given the host follows the policy download.mode = HARDENED
    And T1 follows the policy download.mode = HARDENED
    And T1 follows the policy download.flow = <flow>
    When the thief on the line of T1 waits to plant a master key of his own
    And the manager downloads the master key to T1 with manager card M1
    Then the thief on the line of T1 was last answered D8
    And the key download is declined with D8
    And the master key of T1 is EMPTY
    And the master key of T1 at the host is EMPTY

    Examples:
      | flow  |
      | FULL  |
      | SHORT |
