@keys
Feature: The life of a terminal under DUKPT

  Background:
    Given card A starts with a balance of 100.00 yuan

  Scenario Outline: A terminal that the mother POS has loaded sells at once: <scheme>
    Given T1 starts unloaded
    And T1 follows the policy keyScheme = <scheme>
    When the technician injects the master key into T1 with the mother POS
    Then T1 is signed-in
    And T1 has sounded the confirming tone once
    When the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved
    And the last 0200 from T1 has F57 <first>
    And T1 has sent 0800 0 times

    Examples:
      | scheme    | first                    |
      | dukptTdes | FFFF9876540000200001     |
      | dukptAes  | 987654320000000100000001 |

  Scenario: A mother POS that speaks to an xgd child has no place for a KSN and refuses
    Given T1 starts unloaded
    And T1 follows the policy keyScheme = dukptTdes
    And T1 follows the policy injectionFraming = xgd
    And the mother POS follows the policy mother.framing = xgd
    When the technician injects the master key into T1 with the mother POS
    Then T1 is unloaded
    And the loader PC has never shown "key loaded"

  Scenario: The sign-in after a settlement brings the batch and no keys
    Given T1 starts signed-in
    And T1 follows the policy keyScheme = dukptTdes
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk settles
    Then T1 is settled
    When the clerk signs in
    Then T1 is signed-in
    And the last 0810 to T1 has F39 00 and F62 absent
    When the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F60.2 000002 and F57 FFFF9876540000200002

  @K-34
  Scenario: A terminal under DUKPT takes leave, and its host takes nothing from it any more
    Given T1 starts signed-in
    And T1 follows the policy keyScheme = dukptTdes
    And the next 0200 from T1 is held back
    When the clerk queries the balance of card A
    And the technician decommissions T1
    Then T1 is unloaded
    And the last 0800 from T1 has F57 FFFF9876540000200002
    When the held message is delivered
    Then the last 0210 to T1 has F39 97
    And the HSM has received G0 0 times

  Scenario Outline: No key of another kind comes to a terminal under DUKPT: <entry>
    Given T1 starts signed-in
    And T1 follows the policy keyScheme = dukptTdes
    When the administrator logs in as operator 99 with password 12345678
    And the administrator chooses "<entry>"
    Then T1 does not offer "<entry>"
    When the clerk logs in as operator 01 with password 0000
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is approved

    Examples:
      | entry               |
      | master key download |
      | online key download |
      | key components      |

  Scenario: A pad that was opened draws no key, and its terminal sells nothing
    Given T1 starts signed-in
    And T1 follows the policy keyScheme = dukptTdes
    When the thief opens the case of the pad of T1
    And the clerk sells goods for 25.00 yuan with card A
    Then the sale is refused by the terminal
    And T1 has sent 0200 0 times

  Scenario: A pad whose plug was loose goes on with the next key after its re-activation
    Given T1 starts signed-in
    And T1 follows the policy keyScheme = dukptTdes
    When the clerk sells goods for 25.00 yuan with card A
    And the technician loosens the plug of the pad of T1
    And the technician pushes in the plug of the pad of T1
    And the technician re-activates the pad of T1
    And the clerk sells goods for 10.00 yuan with card A
    Then the 2nd sale is approved
    And the last 0200 from T1 has F57 FFFF9876540000200002

  Scenario: Each try of a reversal has a key of its own
    Given T1 starts signed-in
    And T1 follows the policy keyScheme = dukptTdes
    And the next 0210 to T1 is lost after the host has posted it
    And the next 0410 to T1 is lost
    When the clerk sells goods for 25.00 yuan with card A
    Then T1 holds a reversal record with reason 98
    When the clerk sells goods for 10.00 yuan with card A
    Then the 1st 0400 from T1 has F57 FFFF9876540000200002
    And the 2nd 0400 from T1 has F57 FFFF9876540000200003
    And T1 holds no reversal record
