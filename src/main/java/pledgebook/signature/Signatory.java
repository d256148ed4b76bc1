package pledgebook.signature;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import pledgebook.vocabulary.Sha256;

/// Who signed something. Whether the certificate is to be trusted is for the reader to judge: its
/// issuer and fingerprint are told.
///
/// @param name subject of the certificate
/// @param issuer who issued it; the same as the subject where it was issued by itself
/// @param fingerprint SHA-256 of the certificate
/// @param validFrom the certificate's first moment
/// @param validTo the certificate's last moment
public record Signatory(
    String name, String issuer, Sha256 fingerprint, Instant validFrom, Instant validTo) {

  /// Verifies a detached CMS signature over content.
  ///
  /// @param cms DER, possibly with zeros behind it
  /// @return who signed; empty where the signature is not whole, is not over this content, or has
  ///   not exactly one signer whose certificate is in it
  public static Optional<Signatory> of(byte[] cms, byte[] content) {
    try {
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      if (signers.size() != 1) {
        return Optional.empty();
      }
      SignerInformation signer = signers.iterator().next();
      for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
        if (signer.getSID().match(holder)) {
          X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
          boolean intact =
              signer.verify(
                  new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
          return intact ? Optional.of(of(certificate)) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (CMSException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      // What comes from outside may be anything; it is no signature then.
      System.getLogger(Signatory.class.getName()).log(System.Logger.Level.DEBUG, "no signature", e);
      return Optional.empty();
    }
  }

  private static Signatory of(X509Certificate certificate) throws GeneralSecurityException {
    return new Signatory(
        name(certificate),
        certificate.getIssuerX500Principal().getName(),
        Sha256.of(certificate.getEncoded()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  /// Was the certificate valid at a moment?
  public boolean isValidAt(Instant moment) {
    return !moment.isBefore(validFrom) && !moment.isAfter(validTo);
  }

  /// The subject's common name; the whole subject where it has none.
  static String name(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      return new LdapName(subject)
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst()
              .orElse(subject);
    } catch (InvalidNameException e) {
      return subject;
    }
  }
}
